import type { PageContext } from '../../../../src/platform/web/page-context.ts';
import { Shell } from '../../../../src/ui/shell/shell.tsx';
import { greetingText } from '../messages.ts';

export function GreetingPage({ ctx }: { ctx: PageContext }) {
  const { text, label } = greetingText(ctx);
  return (
    <Shell ctx={ctx} title={label.title} description={label.hello} styles={['greeting']}>
      <div class="container page">
        <h1>{text.title}</h1>
        <greeting-card>{text.hello}</greeting-card>
      </div>
    </Shell>
  );
}
