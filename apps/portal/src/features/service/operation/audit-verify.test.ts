import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvLine } from '@kakehashi/spreadsheets';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, ownerOf } from '../../../../test/test-database.ts';
import { recordAudits } from '../../../platform/audit/audit.ts';
import { readRecords } from '../../../platform/audit/chain.ts';
import { csvCells, csvColumns } from '../../../platform/audit/csv.ts';
import type { AuditRecord } from '../../../platform/audit/record.ts';
import { exitCode } from '../../../platform/command-line/command.ts';
import { testIo } from '../../../platform/command-line/test-io.ts';
import { connectDatabase, type DatabaseConnection } from '../../../platform/database/connection.ts';
import { auditVerify } from './audit-verify.ts';

let folder: string;
let databaseUrl: string;
let connection: DatabaseConnection;
let records: AuditRecord[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kakehashi-audit-'));
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  databaseUrl = ownerOf(await createTestDatabase());
  connection = connectDatabase(databaseUrl);
  const acts = ['=1', 'b', 'c', 'd', 'e'].map((id) => ({
    actor: { id: null, network: '192.0.2.0/24' },
    action: 'user.suspend',
    object: { kind: 'user', id },
    detail: { 理由: ['"', 1.5] },
    at: new Date('2026-11-23T00:00:00.123Z'),
  }));
  await recordAudits(connection.db, acts);
  records = (await readRecords(connection.db, 0, 10)) as AuditRecord[];
  return () => connection.close();
});

async function verify(...args: string[]) {
  const io = testIo({ env: { ...process.env, DATABASE_URL: databaseUrl }, folder });
  const code = await auditVerify.run(args, io);
  return { code, output: io.written() };
}

const lines = (of: readonly AuditRecord[]) => of.map((record) => `${JSON.stringify(record)}\n`);
const write = (name: string, text: string) => writeFile(join(folder, name), text);

describe('audit verify', () => {
  it('finds the log of the database whole, and names an entry that was changed', async () => {
    const whole = await verify();
    expect(whole).toEqual({
      code: exitCode.ok,
      output: `5 entries, chain whole; last hash ${records[4]?.hash}\n`,
    });
    await connection.db.execute(
      `alter table audit_entry disable trigger user; update audit_entry set action = 'nothing' where id = 4`,
    );
    const { code, output } = await verify();
    expect(code).toBe(exitCode.found);
    expect(output).toContain('record 4 was changed');
  });

  it('reads what was shipped, also behind what a syslog receiver writes in front, and in several files', async () => {
    const [first = '', second = '', ...rest] = lines(records);
    await write('log.1', `Nov 23 09:00:00 portal kakehashi: ${first}${second}`);
    await write('log', rest.join(''));
    expect((await verify('log.1', 'log')).output).toContain('5 records (1 to 5), chain whole');
    expect((await verify('log', 'log.1')).output).toContain('line 1: record 1 does not follow');
  });

  it('names the line at which something is missing, changed or unreadable', async () => {
    const [a = '', b = '', c = '', d = '', e = ''] = lines(records);
    await write('missing', a + b + d + e);
    expect((await verify('missing')).output).toMatch(/missing, line 3: record 3 is missing\n$/);
    await write('changed', a + b + c.replace('192.0.2.0', '198.51.100.0') + d);
    expect((await verify('changed')).output).toContain('line 3: record 3 was changed');
    await write('unreadable', a + b + c.slice(0, 90) + d);
    expect((await verify('unreadable')).output).toContain('line 3: cannot be read');
    await write('repeated', `${a}${b.slice(0, 90)}\n${b}${c}${b}${c}${d}`);
    expect(await verify('repeated')).toMatchObject({ code: exitCode.ok });
  });

  it('reads an export of the administrators, whole or narrowed', async () => {
    const exported = (of: readonly AuditRecord[]) =>
      `\uFEFF${csvLine(csvColumns)}${of
        .toReversed()
        .map((record) =>
          csvLine(csvCells({ ...record, at: new Date(record.at), actorId: record.actor, actorName: '山田' })),
        )
        .join('')}`;
    await write('all.csv', exported(records));
    expect((await verify('all.csv')).output).toContain('5 records (1 to 5), chain whole');
    await write('some.csv', exported(records.filter(({ position }) => position !== 3)));
    expect((await verify('some.csv')).output).toContain('record 3 is missing');
    expect((await verify('--selection', 'some.csv')).output).toContain('4 records');
    await write('forged.csv', exported(records).replace('"user.suspend"', '"user.restore"'));
    expect((await verify('--selection', 'forged.csv')).output).toContain('record 5 was changed');
  });

  it('finds in what was shipped that the end of the log was cut off', async () => {
    await write('shipped', lines(records).join(''));
    expect((await verify('--against-database', 'shipped')).code).toBe(exitCode.ok);
    await connection.db.execute(`alter table audit_entry disable trigger user; alter table audit_link disable trigger user;
      delete from audit_link where position = 5; delete from audit_entry where id = 5`);
    expect((await verify()).code).toBe(exitCode.ok);
    const { code, output } = await verify('--against-database', 'shipped');
    expect(code).toBe(exitCode.found);
    expect(output).toContain('record 5 is not in the database as it was shipped');
  });

  it('says which file cannot be read', async () => {
    await expect(verify('no-such-file')).rejects.toThrow(/cannot read the file: .*no-such-file/);
  });
});
