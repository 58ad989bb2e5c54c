import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { catalogueText } from '../messages.ts';
import { ApiOperation } from './api-operation.tsx';
import { SchemaTable } from './api-schema.tsx';
import { ApiWords } from './api-words.tsx';
import { type OpenApiDocument, operationsOf } from './openapi-document.ts';
import { PageHead } from './page-head.tsx';

interface ApiReferenceProps {
  ctx: PageContext;
  document: OpenApiDocument;
  /** Address of the document itself. */
  documentHref: string;
}

/** An OpenAPI document as a page that people read. */
export function ApiReferencePage({ ctx, document, documentHref }: ApiReferenceProps) {
  const { text, label } = catalogueText(ctx);
  const schemas = Object.entries(document.components?.schemas ?? {});
  return (
    <Shell ctx={ctx} title={label.api.title} description={label.api.description} styles={['catalogue']}>
      <div class="container page api-reference">
        <PageHead ctx={ctx} heading={text.api.heading} />
        <p>
          <span lang="en">{document.info.title}</span> <code>{document.info.version}</code>
        </p>
        {document.info.description && (
          <p>
            <ApiWords ctx={ctx} text={document.info.description} />
          </p>
        )}
        <p>
          <a href={documentHref}>{text.api.document}</a>
        </p>
        <h2>{text.api.operations}</h2>
        {operationsOf(document).map((operation) => (
          <ApiOperation ctx={ctx} operation={operation} origin={ctx.baseUrl} />
        ))}
        {schemas.length > 0 && <h2>{text.api.schemas}</h2>}
        {schemas.map(([name, schema]) => (
          <SchemaTable ctx={ctx} name={name} schema={schema} />
        ))}
      </div>
    </Shell>
  );
}
