import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { icon } from '../../../../ui/components/icon.ts';
import { phrasedWords } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { SpecialFeatureBandView } from '../views.ts';

interface SpecialFeatureBandProps {
  ctx: PageContext;
  feature: SpecialFeatureBandView;
  /** Id of the heading. */
  id: string;
}

/** The current special feature: the one deep band of the home page. */
export function SpecialFeatureBand({ ctx, feature, id }: SpecialFeatureBandProps) {
  const { text } = catalogueText(ctx);
  return (
    <div class="feature-band">
      <div class="feature-band-text">
        <p class="feature-band-kicker">{text.home.featureLabel}</p>
        <h2 id={id}>{phrasedWords(feature.title, ctx)}</h2>
        <p>{phrasedWords(feature.lead, ctx)}</p>
        <ButtonLink type="inverted" href={feature.href} icon={icon.arrow}>
          {text.home.toFeature}
        </ButtonLink>
      </div>
      <ul class="feature-band-links">
        {feature.links.map((link) => (
          <li>
            <a href={link.href}>
              <span>{phrasedWords(link.label, ctx)}</span>
              {icon.arrow}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SpecialFeatureTilesProps {
  ctx: PageContext;
  features: SpecialFeatureBandView[];
  headingLevel: 2 | 3;
}

export function SpecialFeatureTiles({ ctx, features, headingLevel }: SpecialFeatureTilesProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ul class="feature-tiles">
      {features.map((feature) => (
        <li class="feature-tile">
          <Heading>
            <a href={feature.href}>{phrasedWords(feature.title, ctx)}</a>
          </Heading>
          <p>{phrasedWords(feature.lead, ctx)}</p>
        </li>
      ))}
    </ul>
  );
}
