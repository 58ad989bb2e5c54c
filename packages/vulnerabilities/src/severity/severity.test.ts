import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CvssError, ratingOf, scoreCvss } from './cvss.ts';
import { readEpss } from './epss.ts';
import { exploitationOf } from './exploitation.ts';
import { FeedError } from './feed-error.ts';
import { readKev } from './kev.ts';
import { severityOf } from './severity.ts';

describe('a CVSS vector', () => {
  // Scores as published by NVD and, for 4.0, by FIRST's calculator examples.
  it.each([
    ['AV:N/AC:L/Au:N/C:P/I:P/A:P', '2.0', 7.5, 'high'],
    ['AV:N/AC:L/Au:N/C:N/I:N/A:C', '2.0', 7.8, 'high'],
    ['CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', '3.0', 9.8, 'critical'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', '3.1', 10, 'critical'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', '3.1', 6.1, 'medium'],
    ['CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N', '3.1', 0, 'none'],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', '4.0', 10, 'critical'],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', '4.0', 9.3, 'critical'],
  ])('%s of version %s scores %d, %s', (vector, version, score, rating) => {
    expect(scoreCvss(vector)).toEqual({ version, vector, score, rating });
  });

  it.each([
    ['', ''],
    ['CVSS:3.1/AV:N/AC:L', 'PR'],
    ['CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'AV'],
    ['CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'AV'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/ZZ:1', 'ZZ'],
    ['CVSS:3.1/constructor:N', 'constructor'],
    ['CVSS:9.9/AV:N', 'CVSS'],
  ])('%s is refused for its metric %s', (vector, metric) => {
    expect(() => scoreCvss(vector)).toThrow(CvssError);
    expect(() => scoreCvss(vector)).toThrow(expect.objectContaining({ metric }));
  });

  it('is banded as its version says', () => {
    expect([0, 3.9, 4, 6.9, 7, 8.9, 9].map((score) => ratingOf(score, '3.1'))).toEqual([
      'none',
      'low',
      'medium',
      'medium',
      'high',
      'high',
      'critical',
    ]);
    expect(ratingOf(10, '2.0')).toBe('high');
  });
});

describe('the severity of what a source states', () => {
  it('is that of the newest vector it gives', () => {
    const old = 'AV:N/AC:L/Au:N/C:N/I:N/A:C';
    const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N';
    expect(severityOf(['CRITICAL', old, vector])).toEqual({ rating: 'medium', score: 6.1, vector });
  });

  it('is its word where it gives no vector', () => {
    expect(severityOf(['CVSS:3.1/broken', 'MODERATE'])).toEqual({
      rating: 'medium',
      score: null,
      vector: null,
    });
    expect(severityOf(['?']).rating).toBe('unknown');
  });
});

const EPSS = `#model_version:v2025.03.14,score_date:2026-11-22T00:00:00+0000
cve,epss,percentile
CVE-2021-44228,0.94358,0.99963
CVE-2020-0001,0.00045,0.12345
`;

describe('the EPSS file', () => {
  it('is read from text and from bytes in any pieces', async () => {
    const bytes = new TextEncoder().encode(EPSS);
    const pieces = Array.from({ length: bytes.length }, (_, at) => bytes.subarray(at, at + 1));
    for (const source of [EPSS, pieces]) {
      const scores = await readEpss(source);
      expect(scores).toMatchObject({ model: 'v2025.03.14', date: '2026-11-22T00:00:00+0000', size: 2 });
      expect(scores.find('CVE-2021-44228')).toEqual({ probability: 0.94358, percentile: 0.99963 });
      expect(scores.find('CVE-1999-0001')).toBeNull();
    }
  });

  it.each([
    ['', 'header'],
    ['<html>', 'line 1'],
    ['cve,epss,percentile\nCVE-1,0.5\n', 'line 2'],
    ['cve,epss,percentile\nCVE-1,2,0.5\n', 'line 2'],
    ['cve,epss,percentile\nCVE-1,x,0.5\n', 'line 2'],
    [`cve,epss,percentile\n${'x'.repeat(20_000)}`, 'line 2'],
  ])('that is not one names the place (%#)', async (text, place) => {
    await expect(readEpss(text)).rejects.toThrow(expect.objectContaining({ name: 'FeedError', place }));
  });
});

const KEV_FILE = new URL('../../../../../shared/data/advisories/kev.json', import.meta.url);

describe('the KEV catalogue', () => {
  it.skipIf(!existsSync(KEV_FILE))('has an entry for each it counts (skipped without ../shared/data)', () => {
    const bytes = readFileSync(KEV_FILE);
    const entries = readKev(bytes);
    expect(entries.size).toBe(JSON.parse(bytes.toString('utf8')).count);
    expect(entries.get('CVE-2021-44228')).toMatchObject({ dateAdded: '2021-12-10', ransomware: true });
  });

  it.each([
    ['{', 'document'],
    ['{"vulnerabilities":{}}', 'vulnerabilities'],
    ['{"vulnerabilities":[{"cveID":1}]}', 'vulnerabilities[0].cveID'],
  ])('%s is refused at %s', (text, place) => {
    expect(() => readKev(text)).toThrow(FeedError);
    expect(() => readKev(text)).toThrow(expect.objectContaining({ place }));
  });

  it('is joined with a finding by any of its names', async () => {
    const kev = readKev(
      '{"vulnerabilities":[{"cveID":"CVE-2021-44228","knownRansomwareCampaignUse":"Unknown"}]}',
    );
    const epss = await readEpss(EPSS);
    const finding = { advisory: { id: 'GHSA-jfh8-c2jp-5v3q' }, aliases: ['CVE-2020-0001', 'CVE-2021-44228'] };
    expect(exploitationOf(finding, { kev, epss })).toMatchObject({
      kev: { cve: 'CVE-2021-44228', ransomware: null },
      epss: { probability: 0.94358 },
    });
    const passedOn = {
      advisory: { id: 'DEBIAN-CVE-2021-44228' },
      aliases: [],
      upstream: [['CVE-2021-44228']],
    };
    expect(exploitationOf(passedOn, { kev, epss })).toMatchObject({
      kev: { cve: 'CVE-2021-44228' },
      epss: { probability: 0.94358 },
    });
    expect(exploitationOf(finding, {})).toEqual({ kev: null, epss: null });
  });
});
