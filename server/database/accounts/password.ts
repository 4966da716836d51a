import { dictionary } from '@zxcvbn-ts/language-common';
import { LIMITS } from '../../../shared/limits.ts';
import { AccountError } from '../../ports/database.ts';

const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/**
 * Refuses what is too short or too long (code points), in the list of common passwords, such a one with figures and signs
 * around it, one piece repeated, or the person's own e-mail name (OWASP ASVS 5.0.0, 6.2.1, 6.2.4, 6.2.9, 6.2.11).
 *
 * @throws AccountError `weak_password`
 */
export function checkPassword(password: string, email = ''): void {
  const length = [...password].length;
  const lower = password.toLowerCase();
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const own = email.split('@')[0]?.toLowerCase() ?? '';
  const weak =
    length < LIMITS.passwordLength ||
    length > LIMITS.passwordMax ||
    COMMON.has(lower) ||
    COMMON.has(core) ||
    /^(.{1,4})\1+.{0,3}$/u.test(lower) ||
    (own.length > 3 && lower.includes(own));
  if (weak) throw new AccountError('weak_password');
}
