import { LIMITS } from '../../../shared/limits.ts';
import { AccountError } from '../../ports/database.ts';

/**
 * Refuses what is too short or too long (code points), in the list of common passwords, such a one with figures and signs
 * around it, one piece repeated, or the person's own e-mail name (OWASP ASVS 5.0.0, 6.2.1, 6.2.4, 6.2.9, 6.2.11).
 *
 * @throws AccountError `weak_password`
 */
export async function checkPassword(password: string, email = ''): Promise<void> {
  // 49,000 passwords, loaded when the first one is chosen.
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const common = dictionary['passwords-common'];
  const length = [...password].length;
  const lower = password.toLowerCase();
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const own = email.split('@')[0]?.toLowerCase() ?? '';
  const weak =
    length < LIMITS.passwordLength ||
    length > LIMITS.passwordMax ||
    common.includes(lower) ||
    common.includes(core) ||
    /^(.{1,4})\1+.{0,3}$/u.test(lower) ||
    (own.length > 3 && lower.includes(own));
  if (weak) throw new AccountError('weak_password');
}
