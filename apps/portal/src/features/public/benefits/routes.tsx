import type { PageContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { CalculatorPage } from './pages/calculator.tsx';
import { DesignationPage } from './pages/designation.tsx';
import { LandingPage } from './pages/landing.tsx';
import { benefitPaths } from './paths.ts';
import { calculatorView } from './presenting/calculator-view.ts';
import { designationView } from './presenting/designation-view.ts';
import { landingView } from './presenting/landing-view.ts';

/** Benefit pages, computed from the URL and the date; nothing is stored. */
export function benefitPages(routes: PageRoutes): void {
  routes.get(benefitPaths.landing, (_, ctx) => <LandingPage ctx={ctx} view={landingView(ctx.today)} />);
  routes.get(benefitPaths.calculator, (_, ctx) => (
    <CalculatorPage ctx={ctx} view={calculatorView(parametersOf(ctx), ctx.language)} />
  ));
  routes.get(benefitPaths.designation, (_, ctx) => (
    <DesignationPage ctx={ctx} view={designationView(parametersOf(ctx), ctx.language)} />
  ));
}

function parametersOf(ctx: PageContext): URLSearchParams {
  return new URLSearchParams(ctx.queryString);
}
