import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import helmet from 'helmet';
import { okay, refuse } from '../shared/errors.ts';
import { isLang, type Lang, preferredLanguage } from '../shared/languages.ts';
import { LIMITS } from '../shared/limits.ts';
import type { PageBody, PageView } from '../shared/pages.ts';
import { given, PURPOSES, type Purpose } from '../shared/proof.ts';
import { createHsdsRouter } from './directory/hsds/router.ts';
import { createForms } from './directory/repair/forms.ts';
import { robots, sitemap } from './directory/sitemap.ts';
import { contactsView, directoryView, entryView, posterView, repairsView } from './directory/view.ts';
import type { Deps } from './ports/deps.ts';
import { Unavailable } from './ports/log.ts';
import { Refusal } from './ports/refusal.ts';
import { startSession } from './sessions/start.ts';
import { createDeskRouter } from './staff/router.ts';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
/** Lines at the foot of every page, most urgent first: danger to life, then somebody to talk to. */
const FOOT = ['kz-112', 'kz-103', 'kz-111', 'kz-150', 'ala-1303'];

export type RenderPage = (view: PageView) => string;

/** Loads the bundle that `npm run build` made from client/pages. */
export async function loadPages(): Promise<RenderPage> {
  const bundle = `${DIST}pages/pages.js`;
  if (!existsSync(bundle)) throw new Error('The pages are not built. Run: npm run build');
  return ((await import(bundle)) as { renderPage: RenderPage }).renderPage;
}

type Needs = Pick<
  Deps,
  | 'config'
  | 'directory'
  | 'keep'
  | 'rates'
  | 'logger'
  | 'supabase'
  | 'accounts'
  | 'clock'
  | 'rooms'
  | 'sealer'
  | 'bus'
  | 'tags'
  | 'proofs'
  | 'views'
>;

/** The one way in for HTTP. `ready` says whether the node takes new visitors. No request is logged, no visitor gets a cookie. */
export function createPages(
  deps: Needs,
  { renderPage, ready }: { renderPage: RenderPage; ready: () => boolean },
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.config.trustedProxies);
  app.set('query parser', 'simple');
  app.use(headers(deps.config.publicOrigin));
  app.get('/healthz', (_req, res) => void res.type('text').send('ok'));
  app.get(
    '/readyz',
    (_req, res) =>
      void res
        .status(ready() ? 200 : 503)
        .type('text')
        .send(ready() ? 'ready' : 'not ready'),
  );
  // What carries its hash in its name never changes; the icon and the manifest may.
  app.use(
    '/assets',
    express.static(`${DIST}client/assets`, { index: false, immutable: true, maxAge: '365d', redirect: false }),
  );
  app.use(express.static(`${DIST}client`, { index: false, maxAge: '1h', redirect: false }));
  app.use(
    '/hsds',
    createHsdsRouter(deps.directory, { origin: deps.config.publicOrigin, version: deps.config.version }),
  );
  addForCrawlers(app, deps);
  app.use(express.json({ limit: LIMITS.payloadBytes, strict: true }));
  app.post(
    '/api/challenge',
    answer(deps, (req) => deps.proofs.ask(purposeOf(req.body), req.ip ?? '')),
  );
  app.post(
    '/api/session',
    answer(deps, (req) => beginSession(deps, req)),
  );
  app.use(
    '/desk',
    createDeskRouter(deps, { answer, page: (lang) => renderPage(viewOf(deps, lang, '/desk', { page: 'desk' })) }),
  );
  app.use(
    createForms(deps, (req, res, { lang, body, status }) => {
      const rest = req.path.slice(`/${lang}`.length);
      const html = renderPage(viewOf(deps, lang, rest, body));
      res.status(status).set('cache-control', 'no-store').type('html').send(html);
    }),
  );
  addPages(app, deps, renderPage);
  app.use((req, res) => problem(deps, renderPage, { req, res, status: 404 }));
  const failed: ErrorRequestHandler = (error: { status?: number; type?: string }, req, res, _next) => {
    const status = error.status === 400 || error.status === 413 || error.status === 404 ? error.status : 500;
    if (status === 500) deps.logger.error({ err: error }, 'a request failed');
    if (req.path.startsWith('/api/') || req.path.startsWith('/desk/api/')) {
      return void res
        .status(status)
        .json(refuse(status === 500 ? 'internal' : status === 413 ? 'too_long' : 'bad_input'));
    }
    problem(deps, renderPage, { req, res, status });
  };
  app.use(failed);
  return app;
}

function headers(origin: string | null) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: origin?.startsWith('https://') ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
  });
}

type Answer = (req: Request, res: Response) => Promise<unknown>;

/** Wraps a JSON endpoint: its value becomes `{ ok: true, data }`, a Refusal its code, anything else `internal`. */
export function answer(deps: Pick<Deps, 'logger'>, run: Answer) {
  return async (req: Request, res: Response): Promise<void> => {
    res.set('cache-control', 'no-store');
    try {
      res.json(okay(await run(req, res)));
    } catch (error) {
      if (error instanceof Unavailable) return void res.status(503).json(refuse('unavailable'));
      const { code, until } = error as { name?: string; code: Parameters<typeof refuse>[0]; until?: number };
      if (['Refusal', 'AccountError'].includes((error as Error).name))
        return void res.status(STATUS[code] ?? 400).json(refuse(code, until));
      deps.logger.error({ err: error }, 'an endpoint failed');
      res.status(500).json(refuse('internal'));
    }
  };
}

const STATUS: Partial<Record<string, number>> = {
  no_session: 401,
  not_allowed: 403,
  not_found: 404,
  rate: 429,
  unavailable: 503,
  wrong_credentials: 401,
  wrong_code: 401,
  factor_needed: 403,
};

async function beginSession(deps: Needs, req: Request): Promise<{ token: string }> {
  const { lang } = (req.body ?? {}) as { lang?: unknown };
  const brought = given.safeParse(req.body ?? {});
  if (!brought.success) throw new Refusal('bad_input');
  return startSession(deps, isLang(lang) ? lang : 'kk', brought.data);
}

function purposeOf(body: unknown): Purpose {
  const { purpose } = (body ?? {}) as { purpose?: unknown };
  const known = PURPOSES.find((one) => one === purpose);
  if (!known) throw new Refusal('bad_input');
  return known;
}

function viewOf(deps: Pick<Deps, 'config' | 'directory'>, lang: Lang, path: string, body: PageBody): PageView {
  const known = new Map(deps.directory.helplines().map((line) => [line.id, line]));
  const lines = FOOT.flatMap((id) => known.get(id) ?? []);
  return { lang, path, origin: deps.config.publicOrigin ?? '', lines, ...body };
}

interface Failure {
  req: Request;
  res: Response;
  status: number;
}

function problem(deps: Needs, renderPage: RenderPage, { req, res, status }: Failure): void {
  const first = req.path.split('/')[1];
  const lang = isLang(first) ? first : preferredLanguage(req.get('accept-language'));
  const known = ([400, 404, 413, 503] as const).find((code) => code === status) ?? 500;
  res
    .status(known)
    .set('cache-control', 'no-store')
    .type('html')
    .send(renderPage(viewOf(deps, lang, '/', { page: 'problem', status: known })));
}

function addForCrawlers(app: Express, { config, directory }: Needs): void {
  const origin = (req: Request) => config.publicOrigin ?? `${req.protocol}://${req.get('host') ?? ''}`;
  app.get('/robots.txt', (req, res) => void res.type('text').send(robots(origin(req))));
  app.get('/sitemap.xml', (req, res) => void res.type('xml').send(sitemap(origin(req), directory.all())));
}

function addPages(app: Express, deps: Needs, renderPage: RenderPage): void {
  app.get('/', (req, res) => {
    res.vary('accept-language').redirect(302, `/${preferredLanguage(req.get('accept-language'))}/`);
  });
  const page = (path: string, body: (req: Request) => PageBody | null) =>
    app.get(`/:lang${path}`, (req, res, next) => {
      const { lang } = req.params;
      const made = isLang(lang) ? body(req) : null;
      if (!made || !isLang(lang)) return next();
      const rest = req.originalUrl.slice(`/${lang}`.length) || '/';
      res
        .set('cache-control', 'no-cache')
        .type('html')
        .send(renderPage(viewOf(deps, lang, rest, made)));
    });
  page('/', () => ({ page: 'start' }));
  page('/rooms', () => ({ page: 'rooms', allow: deps.directory.helplines().map(({ number }) => number) }));
  page('/help', () => ({ page: 'help', helplines: [...deps.directory.helplines()] }));
  page('/rights', () => ({ page: 'rights' }));
  page('/couriers', () => ({ page: 'couriers' }));
  page('/privacy', () => ({ page: 'privacy', messageLifeHours: deps.config.messageLife / 3_600_000 }));
  page('/guard', () => ({ page: 'guard' }));
  page('/poster', (req) => posterView(deps.directory, req.query, req.params.lang as Lang));
  page('/contacts', () => contactsView(deps.directory, deps.clock()));
  page('/directory', (req) =>
    directoryView(deps.directory, req.query, { lang: req.params.lang as Lang, now: deps.clock() }),
  );
  page('/repairs', () => repairsView(deps.directory));
  page('/directory/:slug', (req) => {
    const view = entryView(deps.directory, String(req.params.slug), deps.clock());
    if (view) deps.views.seen(view.listing.id);
    return view;
  });
}
