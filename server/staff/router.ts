import { type NextFunction, type Request, type Response, Router } from 'express';
import { DESK_API, type DeskPath, type SignedIn } from '../../shared/desk-api.ts';
import { refuse } from '../../shared/errors.ts';
import { isLang, type Lang, preferredLanguage } from '../../shared/languages.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { ENDPOINTS, type Endpoint, type EndpointNeeds, signedInAt, type Visit } from './account.ts';
import { BROWSER_LIFE, knowBrowser } from './browser.ts';
import { describeMe } from './me.ts';
import { hashId } from './session.ts';
import type { Entered } from './sign-in.ts';

type Run = (req: Request, res: Response) => Promise<unknown>;
type Answer = (deps: Pick<Deps, 'logger'>, run: Run) => (req: Request, res: Response) => Promise<void>;

/** The session, and the note by which a browser that signed in before is known. Both live on /desk alone. */
const COOKIE = 'tirek_desk';
const BROWSER = 'tirek_browser';

/** The staff's own corner: its page and its endpoints. No other address sets or reads a cookie. */
export function createDeskRouter(
  deps: EndpointNeeds,
  { answer, page }: { answer: Answer; page: (lang: Lang) => string },
): Router {
  const router = Router();
  router.get('/', (req, res) => {
    const asked = req.query.lang;
    const lang = isLang(asked) ? asked : preferredLanguage(req.get('accept-language'));
    res.set('cache-control', 'no-store').type('html').send(page(lang));
  });
  router.use('/api', sameOrigin(deps.config.publicOrigin));
  const me: Run = async (req, res) => describeMe(deps, signedInAt(visitOf(deps, req, res)));
  router.get('/api/me', answer(deps, me));
  for (const path of Object.keys(DESK_API) as DeskPath[]) {
    const run: Run = async (req, res) => ask(deps, path, visitOf(deps, req, res), req.body);
    router.post(`/api${path}`, answer(deps, run));
  }
  return router;
}

async function ask(deps: EndpointNeeds, path: DeskPath, visit: Visit, body: unknown): Promise<unknown> {
  const read = DESK_API[path].safeParse(body ?? {});
  if (!read.success) throw new Refusal('bad_input');
  return (ENDPOINTS[path] as Endpoint<DeskPath>)(deps, read.data as never, visit);
}

function visitOf(deps: EndpointNeeds, req: Request, res: Response): Visit {
  const cookies = cookiesOf(req);
  const secure = deps.config.publicOrigin?.startsWith('https://') ?? false;
  const set = (name: string, value: string, maxAge: number) =>
    res.cookie(name, value, { httpOnly: true, sameSite: 'strict', path: '/desk', secure, maxAge });
  return {
    from: { tag: deps.tags.of(req.ip ?? ''), note: cookies.get(BROWSER) },
    session: () => {
      const id = cookies.get(COOKIE);
      return id ? hashId(id) : null;
    },
    enter: (entered: Entered): SignedIn => {
      if (entered.next === 'code') return entered;
      set(COOKIE, entered.session, LIMITS.staffSession);
      set(BROWSER, knowBrowser(deps, entered.account), BROWSER_LIFE);
      return { next: 'in', name: entered.name };
    },
    leave: () => void res.clearCookie(COOKIE, { path: '/desk' }),
  };
}

function cookiesOf(req: Request): Map<string, string> {
  const pairs = (req.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}

/** SameSite=Strict already keeps other sites' requests without the cookie; this refuses them outright. */
function sameOrigin(publicOrigin: string | null) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const origin = req.get('origin');
    const own = publicOrigin ?? `http://${req.get('host')}`;
    if (origin !== undefined && origin !== own) return void res.status(403).json(refuse('not_allowed'));
    next();
  };
}
