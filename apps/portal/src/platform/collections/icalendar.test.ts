import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { localised } from '../i18n/localised.ts';
import { field } from '../publishing/field.ts';
import { defineKind } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import { periodOf, readYearlyPeriod, yearlyPeriod } from '../publishing/yearly-period.ts';
import { type CalendarEvent, eventsOf, occurrencesWithin } from './calendar-events.ts';
import { escapeText, foldLine, writeCalendar } from './icalendar.ts';

const label = { ja: '開催日', en: 'Held on' };
const kind = defineKind({
  name: 'talk',
  label: { ja: '講演', en: 'Talk' },
  listed: true,
  pagePath: (id) => `/talks/${id}`,
  card: { title: 'title', summary: 'title' },
  schema: z.strictObject({
    title: field(localised('name'), { label }),
    heldOn: field(z.array(z.iso.date()).max(60).optional(), { label, ends: true }),
    everyYear: field(yearlyPeriod.optional(), { label, yearly: true }),
  }),
});
const record = (data: object, more: Partial<PublishedRecord> = {}): PublishedRecord => ({
  id: 'x',
  kind: 'talk',
  data: { title: { ja: '題, その1; 「\\」' }, ...data },
  typesetting: {},
  enteredOn: '2026-11-30',
  confirmedOn: null,
  publishedAt: new Date('2026-11-30T03:00:00Z'),
  updatedAt: new Date('2026-11-30T03:00:00Z'),
  expiresAt: null,
  changes: [],
  sequence: 7,
  ...more,
});
const events = (data: object, more?: Partial<PublishedRecord>) =>
  eventsOf(record(data, more), kind, '/talks/x');
const file = (all: readonly CalendarEvent[]) =>
  writeCalendar({ name: '予定, すべて', language: 'ja', baseUrl: 'https://example.jp' }, all);

/** The lines of a file as a reader of it joins them (RFC 5545, 3.1). */
const unfold = (text: string) => text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
const propertyOf = (lines: readonly string[], name: string) =>
  lines.filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));
const plainOf = (text: string) =>
  text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));

describe('a line of a calendar file', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });

  it('is never longer than 75 octets, is cut within no character, and reads as it was written', () => {
    fc.assert(
      fc.property(text, (written) => {
        const line = `SUMMARY:${escapeText(written)}`;
        const folded = foldLine(line);
        for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(folded).not.toContain('\uFFFD'.repeat(2));
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
      }),
    );
  });

  it('holds a text that reads as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(text, (written) => {
        const escaped = escapeText(written);
        expect(escaped).not.toMatch(/[\r\n]/);
        const plain = written.replace(/\r\n?/g, '\n');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
        expect(plainOf(escaped)).toBe(plain.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ''));
      }),
    );
  });
});

describe('a calendar file', () => {
  it('gives days that follow each other as one event, which ends on the day after the last', () => {
    const lines = unfold(file(events({ heldOn: ['2027-02-28', '2027-01-15', '2027-03-01'] })));
    expect(propertyOf(lines, 'DTSTART')).toEqual([
      'DTSTART;VALUE=DATE:20270115',
      'DTSTART;VALUE=DATE:20270228',
    ]);
    expect(propertyOf(lines, 'DTEND')).toEqual(['DTEND;VALUE=DATE:20270116', 'DTEND;VALUE=DATE:20270302']);
    expect(propertyOf(lines, 'SUMMARY')[0]).toBe('SUMMARY:題\\, その1\\; 「\\\\」（開催日）');
    expect(lines).not.toContain('BEGIN:VTIMEZONE');
  });

  it('keeps the UID of an event that moves, and says that it changed', () => {
    const before = unfold(file(events({ heldOn: ['2027-01-15'] })));
    const changed = { sequence: 12, updatedAt: new Date('2026-12-05T00:00:00Z') };
    const after = unfold(file(events({ heldOn: ['2027-01-22'] }, changed)));
    expect(propertyOf(after, 'UID')).toEqual(propertyOf(before, 'UID'));
    expect(propertyOf(before, 'SEQUENCE')).toEqual(['SEQUENCE:7']);
    expect(propertyOf(after, 'SEQUENCE')).toEqual(['SEQUENCE:12']);
    expect(propertyOf(after, 'LAST-MODIFIED')).toEqual(['LAST-MODIFIED:20261205T000000Z']);
  });

  it('repeats what is held each year', () => {
    const lines = unfold(file(events({ everyYear: '02-01/03-18' })));
    expect(propertyOf(lines, 'DTSTART')).toEqual(['DTSTART;VALUE=DATE:20260201']);
    expect(propertyOf(lines, 'DTEND')).toEqual(['DTEND;VALUE=DATE:20260319']);
    expect(propertyOf(lines, 'RRULE')).toEqual(['RRULE:FREQ=YEARLY']);
  });

  it('gives a moment in the time of Japan, and defines that zone', () => {
    const [event] = events({ heldOn: ['2027-01-15'] });
    const lines = unfold(file([{ ...event!, time: { at: new Date('2027-01-31T08:00:00Z') } }]));
    expect(propertyOf(lines, 'DTSTART')).toContain('DTSTART;TZID=Asia/Tokyo:20270131T170000');
    expect(lines.indexOf('BEGIN:VTIMEZONE')).toBeLessThan(lines.indexOf('BEGIN:VEVENT'));
  });

  it('is well formed: CRLF, one component in the other, each UID once, what the standard requires', () => {
    const days = fc.uniqueArray(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(days, (dates) => {
        const text = file(events({ heldOn: dates.map((date) => date.toISOString().slice(0, 10)) }));
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const lines = unfold(text);
        const uids = propertyOf(lines, 'UID');
        expect(new Set(uids).size).toBe(uids.length);
        for (const name of ['DTSTAMP', 'DTSTART', 'SUMMARY', 'SEQUENCE', 'LAST-MODIFIED'])
          expect(propertyOf(lines, name)).toHaveLength(uids.length);
        const open: string[] = [];
        for (const line of lines) {
          const [, act, component = ''] = /^(BEGIN|END):(.*)$/.exec(line) ?? [];
          if (act === 'BEGIN') open.push(component);
          if (act === 'END') expect(open.pop()).toBe(component);
        }
        expect(open).toEqual([]);
      }),
    );
  });
});

describe('a period of each year', () => {
  it('happens in each year from the one in which it was published', () => {
    const [event] = events({ everyYear: '12-20/01-10' });
    const within = (from: string, to: string) =>
      occurrencesWithin(event!, from, to).map(({ first, last }) => `${first}/${last}`);
    expect(within('2027-01-01', '2027-01-31')).toEqual(['2026-12-20/2027-01-10']);
    expect(within('2026-01-01', '2026-01-31')).toEqual([]);
    expect(within('2027-12-01', '2028-01-31')).toEqual(['2027-12-20/2028-01-10']);
  });

  it('is of days that exist, and 29 February is the 28th where there is none', () => {
    for (const wrong of ['02-30/03-01', '00-01/01-01', '1-1/2-2', '02-01', '13-01/13-02'])
      expect(readYearlyPeriod(wrong)).toBeUndefined();
    expect(periodOf(2027, readYearlyPeriod('02-29/03-01')!).first).toBe('2027-02-28');
    expect(periodOf(2028, readYearlyPeriod('02-29/03-01')!).first).toBe('2028-02-29');
  });
});
