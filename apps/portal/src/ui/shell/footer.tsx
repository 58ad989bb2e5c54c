import { mark } from '../components/mark.ts';
import { uiText } from '../messages.ts';
import { sameForAll } from './same-for-all.ts';
import { sitePaths } from './site-paths.ts';

export const Footer = sameForAll(({ ctx }) => {
  const { text } = uiText(ctx);
  const { footer, menu } = text;
  const groups = [
    {
      heading: footer.find,
      links: [
        [sitePaths.search, footer.allInitiatives],
        [sitePaths.finder, menu.finder],
        [sitePaths.features, menu.features],
        [sitePaths.benefits, menu.benefits],
        [sitePaths.help, menu.help],
      ],
    },
    {
      heading: footer.site,
      links: [
        [sitePaths.about, footer.about],
        [sitePaths.accessibility, footer.accessibility],
        [sitePaths.terms, footer.terms],
        [sitePaths.privacy, footer.privacy],
        [sitePaths.security, footer.security],
        [sitePaths.siteMap, footer.siteMap],
      ],
    },
    {
      heading: footer.data,
      links: [
        [sitePaths.openData, footer.openData],
        [sitePaths.api, footer.api],
        [sitePaths.feed, footer.feed],
      ],
    },
  ] as const;
  return (
    <footer class="site-footer">
      <div class="container">
        <div class="site-footer-brand">
          <p class="brand">
            {mark}
            <span class="brand-name">{text.site.name}</span>
          </p>
          <p>{text.site.tagline}</p>
          <p class="quiet">{footer.licence}</p>
        </div>
        {groups.map(({ heading, links }) => (
          <section>
            <h2>{heading}</h2>
            <ul>
              {links.map(([path, label]) => (
                <li>
                  <a href={ctx.href(path)}>{label}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </footer>
  );
});
