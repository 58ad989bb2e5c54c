import type { PageContext } from '../../../../src/platform/web/page-context.ts';
import { Button } from '../../../../src/ui/components/button.tsx';
import { Shell } from '../../../../src/ui/shell/shell.tsx';
import { greetingText } from '../messages.ts';
import { greetingPaths } from '../paths.ts';

export function SentPage({ ctx, count }: { ctx: PageContext; count: number }) {
  const { text, label } = greetingText(ctx);
  return (
    <Shell ctx={ctx} title={label.sent} description={label.sent} unlisted>
      <div class="container page">
        <h1>{text.sent}</h1>
        <p>{text.count(count)}</p>
        <form method="post" action={ctx.href(greetingPaths.sent)}>
          <Button>{text.send}</Button>
        </form>
      </div>
    </Shell>
  );
}
