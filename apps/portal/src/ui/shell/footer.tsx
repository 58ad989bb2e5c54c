import { footerGroups } from '../../platform/web/page-context.ts';
import { mark } from '../components/mark.ts';
import { uiText } from '../messages.ts';
import { sameForAll } from './same-for-all.ts';

export const Footer = sameForAll(
  ({ ctx }) => {
    const { text } = uiText(ctx);
    const { footer } = text;
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
          {footerGroups.map((group) => (
            <section>
              <h2>{footer[group]}</h2>
              <ul>
                {ctx.navigation.footer[group].map(({ path, label }) => (
                  <li>
                    <a href={ctx.href(path)}>{label(ctx)}</a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </footer>
    );
  },
  ({ navigation }) =>
    footerGroups.flatMap((group) => navigation.footer[group].map(({ path }) => path)).join(),
);
