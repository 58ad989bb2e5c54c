import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findProjectRoot } from '../../../../platform/config/project-root.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { ReadModel } from '../../../../platform/read-model/read-model.ts';
import type { Reader } from '../../../../ui/collections/card.ts';
import type { Catalogue } from '../catalogue.ts';
import { situationView } from './help-view.ts';

const {
  kind: _,
  entered: __,
  ...data
} = parse(await readFile(join(findProjectRoot(), 'content/desks.yaml'), 'utf8'));
const day = new Date('2026-11-30T00:00:00Z');
const record: PublishedRecord = {
  id: 'desks',
  kind: 'desk',
  data,
  typesetting: {},
  enteredOn: '2026-11-30',
  confirmedOn: null,
  publishedAt: day,
  updatedAt: day,
  expiresAt: null,
  changes: [],
  sequence: 1,
};
const model = new ReadModel();
model.apply([{ removed: false, sequence: 1, record }]);
const catalogue = { model, pick: () => [] } as unknown as Catalogue;
const reader = { language: 'ja', easy: false, furigana: false, href: (path: string) => path } as Reader;

const view = (id: string, time: string, isEditor = false) =>
  situationView(id, catalogue, { reader, now: new Date(`${time}:00+09:00`), isEditor });

/** Whether somebody answers, a form is taken, or the words say what happens outside office hours. */
const leadsOn = (id: string, time: string) => {
  const { helpers = [], emergency } = view(id, time) ?? {};
  return (
    emergency?.telephone?.contact.opening?.open ||
    helpers.some(({ contact, when }) => contact.opening?.open || contact.form || when.text.includes('24時間'))
  );
};

describe('the contacts of a situation', () => {
  it('stand in the order in which to call them, that for danger apart', () => {
    const { helpers = [], emergency } = view('threatened', '2026-11-30T11:00') ?? {};
    expect(helpers[0]?.contact.telephone).toEqual({ number: '#9110', href: 'tel:%239110' });
    expect(helpers.map(({ contact }) => contact.telephone?.number)).not.toContain('110');
    expect(emergency?.telephone?.contact.telephone?.href).toBe('tel:110');
  });

  it('are absent from the red box where nobody is in danger', () => {
    expect(view('unknown-invoice', '2026-11-30T11:00')?.emergency).toBeUndefined();
  });

  it('say for the moment whether somebody answers', () => {
    const openAt = (time: string) => view('fake-warning', time)?.helpers[0]?.contact.opening?.open;
    expect(openAt('2026-11-30T11:00')).toBe(true);
    expect(openAt('2026-11-30T12:30')).toBe(false);
    expect(openAt('2026-12-29T11:00')).toBe(false);
  });

  it('that vary by place claim nothing', () => {
    const contact = view('suspicious-message', '2026-11-30T11:00')?.helpers[0]?.contact;
    expect(contact?.opening).toBeUndefined();
    expect(contact?.hoursNote?.text).toContain('窓口で違い');
  });

  it('are marked as to be confirmed, with their source, for editors alone', () => {
    const [seenByEditor] = view('fake-warning', '2026-11-30T11:00', true)?.helpers ?? [];
    expect(seenByEditor?.unconfirmed).toEqual({
      source: 'https://www.ipa.go.jp/security/anshin/index.html',
      readOn: '2026-11-30',
    });
    expect(JSON.stringify(view('fake-warning', '2026-11-30T11:00'))).not.toContain('unconfirmed');
  });

  it('lead to somebody at night and at weekends too, or to a form', () => {
    const ids = (data.situations as { id: string }[]).map(({ id }) => id);
    expect(ids).toContain('ransomware');
    for (const time of ['2026-12-04T18:40', '2026-12-06T03:00'])
      expect(ids.filter((id) => !leadsOn(id, time))).toEqual([]);
  });

  it('of an unknown situation are none', () => {
    expect(view('nothing', '2026-11-30T11:00')).toBeUndefined();
  });
});
