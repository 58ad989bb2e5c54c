import { siteUrl } from '../../../../platform/i18n/site-url.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import { mcpText } from '../messages.ts';
import { mcpPaths } from '../paths.ts';

/** How people connect their assistant, and what it can then do. */
export function GuidePage({ ctx }: { ctx: PageContext }) {
  const { text, label } = mcpText(ctx);
  const address = siteUrl(ctx.baseUrl, mcpPaths.endpoint);
  return (
    <Shell ctx={ctx} title={label.title} description={label.description}>
      <div class="container page">
        <header class="page-head">
          <Breadcrumb ctx={ctx} trail={[]} current={text.heading} />
          <h1>{text.heading}</h1>
          <p class="page-lead">{text.lead}</p>
        </header>
        <section class="prose">
          <h2>{text.address}</h2>
          <pre tabindex={0}>
            <code>{address}</code>
          </pre>
          <h2>{text.what}</h2>
          <p>{text.whatBody}</p>
          <h2>{text.connect}</h2>
          <h3>{text.remote}</h3>
          <p>{text.remoteBody}</p>
          <h3>{text.vscode}</h3>
          <p>{text.vscodeBody}</p>
          <Settings settings={{ servers: { kakehashi: { type: 'http', url: address } } }} />
          <h3>{text.desktop}</h3>
          <p>{text.desktopBody}</p>
          <Settings
            settings={{
              mcpServers: {
                kakehashi: { command: 'node', args: [label.program, 'mcp', ctx.baseUrl] },
              },
            }}
          />
          <h2>{text.tools}</h2>
        </section>
        <Table
          stacked
          caption={label.tools}
          columns={[{ label: text.toolColumn }, { label: text.does }]}
          rows={Object.entries(text.toolsDo).map(([name, does]) => [<code>{name}</code>, does])}
        />
        <section class="section prose">
          <h2>{text.care}</h2>
          <ul>
            {Object.values(text.cares).map((care) => (
              <li>{care}</li>
            ))}
          </ul>
          <p>
            <a href={ctx.href(sitePaths.help)}>{text.toHelp}</a>
          </p>
        </section>
      </div>
    </Shell>
  );
}

function Settings({ settings }: { settings: object }) {
  return (
    // It scrolls where the window is narrow.
    <pre tabindex={0}>
      <code>{JSON.stringify(settings, null, 2)}</code>
    </pre>
  );
}
