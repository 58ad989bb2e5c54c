import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Table } from '../../../../ui/components/table.tsx';
import { catalogueText } from '../messages.ts';
import { ApiWords } from './api-words.tsx';
import { describeType, type JsonSchema, valuesOf } from './openapi-document.ts';

/** The properties of one named schema. */
export function SchemaTable({ ctx, name, schema }: { ctx: PageContext; name: string; schema: JsonSchema }) {
  const { text, label } = catalogueText(ctx);
  const properties = Object.entries(schema.properties ?? {});
  return (
    <section id={`schema-${name}`}>
      <h3>
        <code>{name}</code>
      </h3>
      {schema.description && (
        <p>
          <ApiWords ctx={ctx} text={schema.description} />
        </p>
      )}
      {properties.length > 0 && (
        <Table
          stacked
          caption={`${label.api.schemas}: ${name}`}
          columns={[{ label: text.api.property }, { label: text.api.type }, { label: text.api.meaning }]}
          rows={properties.map(([property, value]) => [
            <code>{property}</code>,
            <code>{describeType(value)}</code>,
            <>
              {schema.required?.includes(property) && <strong>{text.api.required} </strong>}
              {value.description && <ApiWords ctx={ctx} text={value.description} />}{' '}
              {valuesOf(value).map((admitted) => [<code>{admitted}</code>, ' '])}
            </>,
          ])}
        />
      )}
    </section>
  );
}
