import type { PageContext } from '../../../../platform/web/page-context.ts';
import type { TextView } from '../../../../ui/collections/views.ts';
import { icon } from '../../../../ui/components/icon.ts';
import { words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { TelephoneView } from '../views.ts';

interface EmergencyNumbersProps {
  ctx: PageContext;
  emergency: TextView;
  numbers: TelephoneView[];
}

/** The numbers to call when there is no time to read, each a tap away. */
export function EmergencyNumbers({ ctx, emergency, numbers }: EmergencyNumbersProps) {
  const { text } = catalogueText(ctx);
  return (
    <section class="emergency-banner" aria-labelledby="emergency">
      <h2 id="emergency">
        {icon.alert}
        <span>{text.help.emergency}</span>
      </h2>
      <p>{words(emergency, ctx)}</p>
      {numbers.length > 0 && (
        <ul class="telephones">
          {numbers.map(({ number, href, label, when }) => (
            <li>
              <a href={href}>
                {icon.phone}
                <span class="telephone-number">{number}</span>
                <span>{words(label, ctx)}</span>
              </a>
              <p>{words(when, ctx)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
