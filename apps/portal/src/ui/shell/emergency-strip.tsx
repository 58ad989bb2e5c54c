import { icon } from '../components/icon.ts';
import { uiText } from '../messages.ts';
import { sameForAll } from './same-for-all.ts';
import { sitePaths } from './site-paths.ts';

/** Link to emergency help, at the top of every page. */
export const EmergencyStrip = sameForAll(({ ctx }) => {
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
});
