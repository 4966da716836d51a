import type { ButtonHTMLAttributes, ComponentChildren, PartialAnchorHTMLAttributes } from 'preact';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

interface Look {
  look?: 'plain' | 'primary' | 'alarm' | 'quiet' | undefined;
  big?: boolean | undefined;
  /** Takes the whole width on a narrow screen. */
  wide?: boolean | undefined;
  icon?: IconName | undefined;
  /** The words are read by assistive technology but only the icon is seen. */
  iconOnly?: boolean | undefined;
  class?: string | undefined;
  children: ComponentChildren;
}

const looks = ({ look = 'plain', big, wide, iconOnly, class: own }: Look): string =>
  classes(
    'button',
    look !== 'plain' && `button-${look}`,
    big && 'button-big',
    wide && 'wide',
    iconOnly && 'button-icon',
    own,
  );

const inside = ({ icon, iconOnly, children }: Look) => (
  <>
    {icon && <Icon name={icon} />}
    {iconOnly ? <span class="visually-hidden">{children}</span> : children}
  </>
);

/** Does something on this page. */
export function Button(props: Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon' | 'class' | 'children'>) {
  const { look, big, wide, icon, iconOnly, class: own, children, type, ...rest } = props;
  return (
    <button {...rest} type={type ?? 'button'} class={looks(props)}>
      {inside(props)}
    </button>
  );
}

/** Goes somewhere; looks like a button. */
export function LinkButton(
  props: Look & { href: string } & Omit<PartialAnchorHTMLAttributes<HTMLAnchorElement>, 'class' | 'children' | 'role'>,
) {
  const { look, big, wide, icon, iconOnly, class: own, children, ...rest } = props;
  return (
    <a {...rest} class={looks(props)}>
      {inside(props)}
    </a>
  );
}
