import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { securityText } from '../messages.ts';

const ipa = 'https://www.ipa.go.jp/security/todokede/vuln/uketsuke.html';

/** How to report a vulnerability of the site. @param contacts  addresses with scheme; may be empty */
export function securityPage(ctx: PageContext, contacts: readonly string[]) {
  const { text, label } = securityText(ctx);
  return (
    <Shell ctx={ctx} title={label.title} description={label.lead}>
      <div class="container page" data-width="narrow">
        <header class="page-head">
          <Breadcrumb ctx={ctx} current={text.title} />
          <h1>{text.title}</h1>
          <p class="page-lead">{text.lead}</p>
        </header>
        <div class="prose">
          <h2>{text.where}</h2>
          {contacts.length > 0 ? (
            <>
              <p>{text.contacts}</p>
              <ul>
                {contacts.map((contact) => (
                  <li>
                    <a href={contact}>{contact.replace(/^(mailto|tel):/, '')}</a>
                  </li>
                ))}
              </ul>
              <p>{text.ipaToo}</p>
            </>
          ) : (
            <p>{text.noContact}</p>
          )}
          <p>
            <a href={ipa}>{text.ipa}</a>
          </p>
          <h2>{text.what}</h2>
          <ul>
            {Object.values(text.whatItems).map((item) => (
              <li>{item}</li>
            ))}
          </ul>
          <h2>{text.ask}</h2>
          <ul>
            {Object.values(text.askItems).map((item) => (
              <li>{item}</li>
            ))}
          </ul>
          <p>
            {text.machine} <a href="/.well-known/security.txt">security.txt</a>
          </p>
        </div>
      </div>
    </Shell>
  );
}
