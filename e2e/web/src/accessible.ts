import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe calls serious or critical, by rule and place; of a part of the page only, when asked so. */
export async function seriousFaults(page: Page, within = 'html'): Promise<string[]> {
  // Of what passes it would otherwise describe every element.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).include(within).withTags(TAGS).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
