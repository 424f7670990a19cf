import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { cssVariablesResolver, theme } from './theme.ts';
import { TooltipHost } from './tooltip-host.tsx';

/** Also read by `theme-init.js`, before the first paint. */
export const COLOR_SCHEME_KEY = 'parvis-color-scheme';
const colorSchemeManager = localStorageColorSchemeManager({ key: COLOR_SCHEME_KEY });

interface UiProviderProps {
  /** The nonce that the Content-Security-Policy allows `<style>` elements with. */
  styleNonce: string;
  children: ReactNode;
}

export function UiProvider({ styleNonce, children }: UiProviderProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
      withGlobalClasses={false}
    >
      {children}
      <TooltipHost />
    </MantineProvider>
  );
}
