import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { systemActor } from '../../../platform/publishing/model.ts';

let portal: TestPortal;
let clock = new Date('2026-11-30T03:00:00Z');
let data: Record<string, unknown>;
const id = 'winter-exercise';

beforeAll(async () => {
  portal = await openTestPortal({ now: () => clock });
  const { model, publishing } = portal.platform;
  data = {
    ...model.get('cyder')!.data,
    title: { ja: '冬の演習', en: 'Winter exercise' },
    heldOn: ['2027-01-20', '2027-01-21'],
    applyBy: '2027-01-08',
    regions: ['13'],
  };
  await publishing.publishDirectly({ id, kind: 'initiative', data, reason: 'new' }, clock);
  await vi.waitUntil(() => model.get(id));
});
afterAll(() => portal.stop());

const text = async (path: string) => (await portal.get(path)).text();

describe('the calendar', () => {
  it('shows the days of a month, and what goes on from the month before', async () => {
    const january = await text('/calendar?month=2027-01');
    expect(january).toMatch(/2027年1月8日（金）.*申込締切.*冬の演習.*2027年1月20日（水）.*開催日/s);
    expect(january).toContain('href="/calendar/winter-exercise.ics"');
    const march = await text('/calendar?month=2027-03');
    expect(march).toMatch(/前.*月.*から.*サイバーセキュリティ月間.*2027年2月1日〜2027年3月18日/s);
    expect(await text('/en/calendar?month=2027-01')).toContain('Wed, 20 January 2027');
  });

  it('leads from a month without days to the next that has some', async () => {
    expect(await text('/calendar')).toContain('href="/calendar?month=2027-01"');
    expect(await text('/calendar?month=9999-99')).toContain('id="month">2026年11月');
  });

  it('is narrowed by the filters of the search, on the page and as a file', async () => {
    const osaka = await text('/calendar?month=2027-01&region=27');
    expect(osaka).not.toContain('冬の演習');
    expect(osaka).toContain('href="/calendar.ics?region=27"');
    expect(await text('/calendar.ics?region=27')).not.toContain('UID:winter-exercise');
    expect(await text('/calendar.ics?region=13')).toContain('UID:winter-exercise');
  });

  it('is a file that programs keep up to date, whole and of one record', async () => {
    const answer = await portal.get('/calendar.ics');
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const whole = await answer.text();
    expect(whole).toContain('UID:winter-exercise.heldOn.1@');
    expect(whole).toContain('RRULE:FREQ=YEARLY');
    const own = await text('/en/calendar/winter-exercise.ics');
    expect(own.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(own).toContain('SUMMARY:Winter exercise (Held on)');
    expect((await portal.get('/calendar/cyder.ics')).status).toBe(404);
    expect((await portal.get('/calendar/nothing.ics')).status).toBe(404);
  });

  it('is named on the home page with what comes next', async () => {
    const home = await text('/');
    const coming = home.slice(home.indexOf('id="coming"'), home.indexOf('id="latest"'));
    expect(coming).toMatch(/2027年1月8日.*冬の演習.*2027年1月20日.*2027年2月1日.*サイバーセキュリティ月間/s);
  });
});

describe('what changed in a record', () => {
  it('is shown with its day and the names of what changed, and moves the day of change alone', async () => {
    expect(await text(`/initiatives/${id}`)).not.toContain('record-changes');
    const { model, publishing } = portal.platform;
    clock = new Date('2026-12-03T03:00:00Z');
    const moved = { ...data, heldOn: ['2027-01-27'], cost: 'paid' };
    const edit = { data: moved, reason: 'moved', basedOn: 1 };
    await publishing.revise(id, edit, systemActor, clock);
    await publishing.publishOwn(id, 'moved', clock);
    await expect.poll(() => model.get(id)?.changes.length).toBe(1);
    const page = await text(`/initiatives/${id}`);
    expect(page).toMatch(/2026年12月3日<\/time> (費用、開催日|開催日、費用)/);
    expect(page).toMatch(/掲載.*2026年11月30日.*更新.*2026年12月3日/s);
    const file = await text(`/calendar/${id}.ics`);
    expect(file).toContain('DTSTART;VALUE=DATE:20270127');
    expect(file).toContain(`UID:${id}.heldOn.1@`);
    expect(file).toContain('LAST-MODIFIED:20261203T030000Z');
  });

  it('is not said of what was only shown again', async () => {
    const { model, publishing } = portal.platform;
    const before = model.get(id)!;
    clock = new Date('2026-12-10T03:00:00Z');
    await publishing.publishOwn(id, 'again', clock);
    await expect.poll(() => model.get(id)?.sequence).toBeGreaterThan(before.sequence);
    expect(model.get(id)?.updatedAt).toEqual(before.updatedAt);
    expect(model.get(id)?.changes).toEqual(before.changes);
  });
});
