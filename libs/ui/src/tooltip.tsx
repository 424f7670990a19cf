import { cloneElement, type ReactElement } from 'react';

interface TooltipProps {
  label: string;
  position?: 'top' | 'bottom' | 'left' | 'right';
  /** For example while the menu that the control opens is there. */
  disabled?: boolean;
  /** One element, which takes the attributes. */
  children: ReactElement<Record<string, unknown>>;
}

/**
 * A hint for those who see: the control itself carries its name (`aria-label`) for those who don't.
 * Drawn by the one `TooltipHost` of the page, so that hundreds of them cost nothing. What it is
 * given besides (`ref` and the like) goes to the element too.
 */
export function Tooltip({ label, position = 'top', disabled = false, children, ...rest }: TooltipProps) {
  return cloneElement(children, { ...rest, ...(!disabled && { 'data-tooltip': label, 'data-tooltip-position': position }) });
}
