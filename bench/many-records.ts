import pg from 'pg';
import type { PeerRecord } from './peers/express-react.ts';

/** Publishes copies of the sample records under other names until there are `recordCount`. */
export async function multiplyRecords(url: string, recordCount: number): Promise<PeerRecord[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select * from published_record where kind = 'initiative' and not removed`,
  );
  const copies = Math.ceil(recordCount / rows.length);
  await client.query(
    `insert into publication (id, kind, state, current_revision, published_revision, entered_on, created_at, updated_at)
     select p.id || '-' || n, p.kind, p.state, 1, 1, p.entered_on, p.created_at, p.updated_at
     from publication p, generate_series(1, $1::int) n where p.kind = 'initiative'`,
    [copies],
  );
  await client.query(
    `insert into published_record
     select r.publication_id || '-' || n, r.kind, false,
       jsonb_set(r.data::jsonb, '{title,ja}', to_jsonb((r.data->'title'->>'ja') || ' ' || n))::json,
       r.typesetting - 'title.ja', r.entered_on, r.confirmed_on, r.published_at - n * interval '1 minute', r.updated_at, r.expires_at,
       (select max(sequence) from published_record) + row_number() over ()
     from published_record r, generate_series(1, $1::int) n where r.kind = 'initiative'`,
    [copies],
  );
  await client.query(`notify kakehashi_published, 'bench'`);
  const all = await client.query(
    `select publication_id, data from published_record where kind = 'initiative' limit $1`,
    [recordCount],
  );
  await client.end();
  return all.rows.map(({ publication_id, data }) => ({
    id: publication_id,
    title: data.title.ja,
    summary: data.summary.ja,
    operator: data.operator.ja,
    facets: {
      purpose: data.purposes,
      age: data.ages,
      affiliation: data.affiliations,
      category: [data.category],
      region: data.regions,
      cost: [data.cost],
      format: data.format,
    },
  }));
}
