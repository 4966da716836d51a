import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Embedded } from '../embedded.ts';

const USERS = /^\/auth\/v1\/admin\/users(?:\/([0-9a-f-]{36}))?$/;
const created = z.object({ email: z.email(), password: z.string() });
const changed = z.object({ password: z.string() });

/**
 * The calls of Auth's admin API that `accounts/hosted.ts` makes and the embedded Auth lacks: create, find, change the
 * password, delete. They need the secret key, as in a hosted project. Null: not such a call.
 */
export async function answerAdmin(
  embedded: Pick<Embedded, 'address' | 'ask'>,
  request: Request,
): Promise<Response | null> {
  const found = USERS.exec(new URL(request.url).pathname);
  if (found === null) return null;
  if (!same(request.headers.get('apikey') ?? '', embedded.address.secretKey)) return problem(403, 'not_admin');
  const id = found[1];
  try {
    if (request.method === 'POST' && id === undefined) {
      const { email, password } = created.parse(await request.json());
      const answer = await embedded.ask({ do: 'createAccount', email, password });
      return Response.json({ id: 'userId' in answer ? answer.userId : '', email, aud: 'authenticated' });
    }
    if (request.method === 'GET' && id !== undefined) {
      return done(await embedded.ask({ do: 'findAccount', userId: id }), id);
    }
    if (request.method === 'PUT' && id !== undefined) {
      const { password } = changed.parse(await request.json());
      return done(await embedded.ask({ do: 'setPassword', userId: id, password }), id);
    }
    if (request.method === 'DELETE' && id !== undefined) {
      return done(await embedded.ask({ do: 'removeAccount', userId: id }), id);
    }
    return problem(405, 'method_not_allowed');
  } catch (error) {
    return refused(error);
  }
}

function done(answer: object, id: string): Response {
  return 'done' in answer && answer.done ? Response.json({ id }) : problem(404, 'user_not_found');
}

function refused(error: unknown): Response {
  const { code } = error as { code?: string };
  if (code === 'taken') return problem(422, 'email_exists');
  if (code === 'weak_password') return problem(422, 'weak_password');
  return error instanceof z.ZodError ? problem(400, 'validation_failed') : problem(500, 'unexpected_failure');
}

const problem = (status: number, code: string): Response =>
  Response.json(
    { code, error_code: code, msg: code, message: code },
    { status, headers: { 'x-supabase-api-version': '2024-01-01' } },
  );

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
