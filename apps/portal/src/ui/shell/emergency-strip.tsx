import type { PageContext } from '../../platform/web/page-context.ts';
import { icon } from '../components/icon.ts';
import { uiText } from '../messages.ts';
import { sitePaths } from './site-paths.ts';

/** Stands above everything on every page: where people under attack go first. */
export function EmergencyStrip({ ctx }: { ctx: PageContext }) {
  const { text, label } = uiText(ctx);
  const help = ctx.href(sitePaths.help);
  return (
    <nav class="emergency-strip" aria-label={label.emergency.region}>
      <div class="container">
        <p>
          {icon.alert}
          {text.emergency.lead}
        </p>
        <ul>
          <li>
            <a href={help}>{text.emergency.whatToDo}</a>
          </li>
          <li>
            <a href={`${help}#desks`}>{text.emergency.desks}</a>
          </li>
        </ul>
      </div>
    </nav>
  );
}
