import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Table } from '../../../../ui/components/table.tsx';
import { catalogueText } from '../messages.ts';
import { ApiWords } from './api-words.tsx';
import { describeType, type ListedOperation, type OpenApiParameter, valuesOf } from './openapi-document.ts';

interface ApiOperationProps {
  ctx: PageContext;
  operation: ListedOperation;
  origin: string;
}

export function ApiOperation({ ctx, operation, origin }: ApiOperationProps) {
  const { text, label } = catalogueText(ctx);
  const { method, path, summary, description, parameters = [], responses } = operation;
  return (
    <section class="api-operation">
      <h3>
        <code>
          <span class="api-method">{method}</span> {path}
        </code>
      </h3>
      {summary && (
        <p>
          <ApiWords ctx={ctx} text={summary} />
        </p>
      )}
      {description && (
        <p>
          <ApiWords ctx={ctx} text={description} />
        </p>
      )}
      {parameters.length > 0 && (
        <>
          <h4>{text.api.parameters}</h4>
          <Table
            stacked
            caption={`${label.api.parameters}: ${method} ${path}`}
            columns={[
              { label: text.api.name },
              { label: text.api.place },
              { label: text.api.type },
              { label: text.api.meaning },
            ]}
            rows={parameters.map((parameter) => [
              <code>{parameter.name}</code>,
              parameter.in,
              <code>{describeType(parameter.schema)}</code>,
              <ParameterMeaning ctx={ctx} parameter={parameter} />,
            ])}
          />
        </>
      )}
      <h4>{text.api.responses}</h4>
      <Table
        stacked
        caption={`${label.api.responses}: ${method} ${path}`}
        columns={[{ label: text.api.status }, { label: text.api.meaning }]}
        rows={Object.entries(responses).map(([status, response]) => [
          <code>{status}</code>,
          <ApiWords ctx={ctx} text={response.description} />,
        ])}
      />
      {method === 'GET' && !path.includes('{') && (
        <>
          <h4>{text.api.example}</h4>
          <pre tabindex={0}>
            <code>curl '{origin + path}'</code>
          </pre>
        </>
      )}
    </section>
  );
}

function ParameterMeaning({ ctx, parameter }: { ctx: PageContext; parameter: OpenApiParameter }) {
  const { text } = catalogueText(ctx);
  const values = valuesOf(parameter.schema);
  const description = parameter.description ?? parameter.schema?.description;
  return (
    <>
      {parameter.required && <strong>{text.api.required} </strong>}
      {description && <ApiWords ctx={ctx} text={description} />}
      {values.length > 0 && (
        <span class="api-values">
          {text.api.values} {values.map((value) => [<code>{value}</code>, ' '])}
        </span>
      )}
    </>
  );
}
