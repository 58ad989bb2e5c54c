import type { Child } from 'hono/jsx';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { errorsFor } from '../../../../ui/text/problems.ts';

interface AdministrationPageProps {
  ctx: PageContext;
  title: string;
  lead?: string;
  trail?: { label: string; href: string }[];
  notice?: string | undefined;
  problems?: readonly Problem[];
  /** Id of the field that problems without a field link to. */
  firstField?: string;
  children: Child;
}

/** Layout of the pages that administer users, invitations and organisations. */
export function AdministrationPage(props: AdministrationPageProps) {
  const { ctx, title, lead, trail = [], notice, problems = [], firstField = 'main', children } = props;
  return (
    <Shell ctx={ctx} title={title} description={title} unlisted styles={['accounts']}>
      <div class="container page administration">
        <header class="page-head">
          <Breadcrumb ctx={ctx} trail={trail} current={title} />
          <h1>{title}</h1>
          {lead && <p class="page-lead">{lead}</p>}
        </header>
        {notice && <NotificationBanner type="success" heading={notice} />}
        <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, firstField)} />
        {children}
      </div>
    </Shell>
  );
}
