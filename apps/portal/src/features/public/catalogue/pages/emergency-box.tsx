import type { PageContext } from '../../../../platform/web/page-context.ts';
import { icon } from '../../../../ui/components/icon.ts';
import { linkTelephones } from '../../../../ui/contact/telephone-links.ts';
import { words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { EmergencyView } from '../views.ts';

/** Emergency notice with the emergency number. */
export function EmergencyBox({ ctx, emergency }: { ctx: PageContext; emergency: EmergencyView }) {
  const { text } = catalogueText(ctx);
  const telephone = emergency.telephone?.contact.telephone;
  return (
    <section class="emergency-box" aria-labelledby="emergency">
      <h2 id="emergency">
        {icon.alert}
        <span>{text.help.emergency}</span>
      </h2>
      <p>{linkTelephones(words(emergency.text, ctx))}</p>
      {telephone && (
        <a class="telephone" href={telephone.href}>
          {icon.phone}
          <span class="telephone-name">{text.help.police}</span>
          <span class="telephone-number">{telephone.number}</span>
        </a>
      )}
    </section>
  );
}
