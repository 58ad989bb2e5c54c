import { describe, expect, it } from 'vitest';
import type { Contact } from '../../platform/contact/contact.ts';
import { arrangeNavigation, type PageContext } from '../../platform/web/page-context.ts';
import { RecordWording } from '../text/record-wording.ts';
import { ContactLines } from './contact-lines.tsx';
import { contactView } from './contact-view.ts';

function context(changes: Partial<PageContext> = {}): PageContext {
  return {
    language: 'ja',
    easy: false,
    furigana: false,
    path: '/',
    queryString: '',
    baseUrl: 'https://kakehashi.example',
    nonce: 'n',
    assets: { styles: '/s.css', fonts: '/f.css', script: '/m.js', capabilityStyles: {} },
    today: '2026-11-30',
    navigation: arrangeNavigation([]),
    menu: [],
    href: (path) => path,
    ...changes,
  };
}

const office: Contact = {
  number: '03-5978-7509',
  hours: [
    { days: 'weekdays', from: '10:00', to: '12:00' },
    { days: 'weekdays', from: '13:30', to: '17:00' },
  ],
};

const record = { id: 'desks', typesetting: {} } as ConstructorParameters<typeof RecordWording>[0];

function draw(contact: Contact, time: string, changes: Partial<PageContext> = {}): string {
  const ctx = context({ today: time.slice(0, 10), ...changes });
  const view = contactView(contact, new RecordWording(record, ctx), '', new Date(`${time}:00+09:00`));
  return String(<ContactLines ctx={ctx} contact={view} />);
}

const textOf = (html: string) => html.replace(/<(svg|rt|rp).*?<\/\1>/g, '').replace(/<[^>]*>/g, '');

describe('a contact', () => {
  it('is a number to tap', () => {
    expect(draw(office, '2026-11-30T11:00')).toContain('<a class="telephone" href="tel:0359787509">');
    expect(draw({ number: '#9110' }, '2026-11-30T11:00')).toContain('href="tel:%239110"');
  });

  it('says when it answers, in words', () => {
    expect(textOf(draw(office, '2026-11-30T11:00'))).toContain(
      '平日 10:00〜12:00、13:30〜17:00（祝日・年末年始は休み）',
    );
    expect(textOf(draw(office, '2026-11-30T11:00', { language: 'en' }))).toContain(
      'Monday to Friday 10:00–12:00, 13:30–17:00 (closed on public holidays',
    );
    expect(
      textOf(draw({ hours: [{ days: 'every-day', from: '00:00', to: '24:00' }] }, '2026-11-30T11:00')),
    ).toBe('いま受付中毎日 24時間');
  });

  it.each([
    ['2026-11-30T11:00', 'いま受付中（12:00まで）'],
    ['2026-11-30T12:30', 'いまは受付時間外です（今日13:30から）'],
    ['2026-11-30T17:00', 'いまは受付時間外です（明日10:00から）'],
    ['2026-12-28T17:00', 'いまは受付時間外です（1月4日（月）10:00から）'],
  ])('says at %s: %s', (time, sentence) => {
    expect(textOf(draw(office, time))).toContain(sentence);
  });

  it('says so in English and in plain Japanese', () => {
    const at = '2026-12-28T17:00';
    expect(textOf(draw(office, at, { language: 'en' }))).toContain(
      'Closed now. Opens on Monday 4 January at 10:00 (Japan time)',
    );
    expect(textOf(draw(office, at, { easy: true }))).toContain(
      'いまは電話できません。1月4日（月）の10:00から電話できます',
    );
  });

  it('tells the script until when the sentence holds', () => {
    expect(draw(office, '2026-11-30T11:00')).toContain('<opening-now data-until="2026-11-30T03:00:00.000Z">');
  });

  it('that is a form or an address says no hours', () => {
    const html = draw({ mail: 'a@example.jp', form: 'https://example.jp/f' }, '2026-11-30T11:00');
    expect(html).toContain('href="mailto:a@example.jp"');
    expect(html).toContain('href="https://example.jp/f"');
    expect(html).not.toContain('opening-now');
  });
});
