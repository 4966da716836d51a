import { type NextFunction, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { refuse } from '../../shared/errors.ts';
import { isLang, type Lang, preferredLanguage } from '../../shared/languages.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { closeStaffSession, hashId, openStaffSession, staffOf } from './session.ts';
import { redeemLink } from './setup.ts';
import { giveTicket } from './ticket.ts';

type Needs = Pick<Deps, 'config' | 'keep' | 'accounts' | 'supabase' | 'clock' | 'logger' | 'rooms' | 'rates'>;
type Run = (req: Request, res: Response) => Promise<unknown>;
type Answer = (deps: Pick<Deps, 'logger'>, run: Run) => (req: Request, res: Response) => Promise<void>;

const COOKIE = 'tirek_desk';

const setupInput = z.strictObject({
  token: z.string().max(100),
  email: z.email().max(200),
  password: z.string().max(1000),
  workingName: z.string().trim().min(2).max(40),
});
const signInInput = z.strictObject({ email: z.string().max(200), password: z.string().max(1000) });

/** The staff's own corner: its page and its few endpoints. The cookie lives on /desk alone. */
export function createDeskRouter(
  deps: Needs,
  { answer, page }: { answer: Answer; page: (lang: Lang) => string },
): Router {
  const router = Router();
  const post = (path: string, run: Run) => router.post(`/api${path}`, answer(deps, run));
  router.get('/', (req, res) => {
    const asked = req.query.lang;
    const lang = isLang(asked) ? asked : preferredLanguage(req.get('accept-language'));
    res.set('cache-control', 'no-store').type('html').send(page(lang));
  });
  router.use('/api', sameOrigin(deps.config.publicOrigin));
  post('/setup', async (req, res) => {
    const input = parse(setupInput, req.body);
    await redeemLink(deps, input);
    return enter(deps, res, input);
  });
  post('/sign-in', async (req, res) => enter(deps, res, parse(signInInput, req.body)));
  post('/sign-out', async (req, res) => {
    const cookie = cookieOf(req);
    if (cookie) await closeStaffSession(deps, cookie);
    res.clearCookie(COOKIE, { path: '/desk' });
    return {};
  });
  post('/ticket', async (req) => giveTicket(deps, needCookie(req)));
  const me: Run = async (req) => {
    const { name, role } = await staffOf(deps, hashId(needCookie(req)));
    return { name, role };
  };
  router.get('/api/me', answer(deps, me));
  return router;
}

async function enter(
  deps: Needs,
  res: Response,
  { email, password }: { email: string; password: string },
): Promise<{ name: string }> {
  const wait = deps.rates.take('start', `sign-in:${hashId(email.toLowerCase())}`);
  if (wait !== null) throw new Refusal('rate', wait);
  const id = await openStaffSession(deps, await deps.accounts.signIn(email, password));
  const { name } = await staffOf(deps, hashId(id)).catch(async (error: unknown) => {
    // An account without a place among the active staff may not stay signed in.
    await closeStaffSession(deps, id);
    throw error;
  });
  const secure = deps.config.publicOrigin?.startsWith('https://') ?? false;
  res.cookie(COOKIE, id, { httpOnly: true, sameSite: 'strict', path: '/desk', secure, maxAge: LIMITS.staffSession });
  return { name };
}

function parse<T>(shape: z.ZodType<T>, body: unknown): T {
  const read = shape.safeParse(body);
  if (!read.success) throw new Refusal('bad_input');
  return read.data;
}

function cookieOf(req: Request): string | undefined {
  const pairs = (req.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}

function needCookie(req: Request): string {
  const cookie = cookieOf(req);
  if (!cookie) throw new Refusal('no_session');
  return cookie;
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
