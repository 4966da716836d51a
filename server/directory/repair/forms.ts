import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { isLang, type Lang } from '../../../shared/languages.ts';
import { LIMITS } from '../../../shared/limits.ts';
import type { PageBody } from '../../../shared/pages.ts';
import type { FormNeeds, Visit } from './form.ts';
import { showReport, takeReport } from './report-form.ts';
import { showSuggest, takeSuggestion } from './suggest-form.ts';

type Show = (req: Request, res: Response, made: { lang: Lang; body: PageBody; status: number }) => void;
/** Resolves to false when there is no such page. */
type Run = (deps: FormNeeds, visit: Visit) => Promise<boolean>;

/**
 * The forms by which visitors keep the directory true: `/report/{kind}/{id}` and `/suggest`, whole without JavaScript. Nothing
 * of who sent one is kept or logged; without JavaScript a signed slip stands for the work a browser would do.
 */
export function createForms(deps: FormNeeds, render: Show): Router {
  const router = Router();
  const fields = express.urlencoded({ extended: false, limit: LIMITS.payloadBytes, parameterLimit: 20 });
  const on = (run: Run) => async (req: Request, res: Response, next: NextFunction) => {
    const { lang } = req.params;
    if (!isLang(lang)) return next();
    const show: Visit['show'] = (body, status = 200) => render(req, res, { lang, body, status });
    if (!(await run(deps, { req, res, lang, show }))) next();
  };
  router.get('/:lang/report/:kind/:id', on(showReport));
  router.post('/:lang/report/:kind/:id', fromHere(deps), fields, on(takeReport));
  router.get('/:lang/suggest', on(showSuggest));
  router.post('/:lang/suggest', fromHere(deps), fields, on(takeSuggestion));
  return router;
}

/** Another site cannot send our forms in its readers' names. Browsers say where a request comes from; old ones say nothing. */
function fromHere({ config }: FormNeeds) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const own = config.publicOrigin ?? `http://${req.get('host') ?? ''}`;
    const origin = req.get('origin');
    // Without a referrer a form of our own page says "null" for its origin.
    const foreign = origin !== undefined && origin !== 'null' && origin !== own;
    const elsewhere = ['cross-site', 'same-site'].includes(req.get('sec-fetch-site') ?? '');
    if (foreign || elsewhere) return void res.status(403).type('text').send('not_allowed');
    next();
  };
}
