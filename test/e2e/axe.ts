import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** There are no frames: without the tab of its own that other modes open for them it takes a third of the time. Once it has come to rest: a screen that is still loading has no heading yet, and one that just changed its colours has some of both. */
async function expectNothingFrom(page: Page, where: string): Promise<void> {
  await expect
    .soft(async () => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]),
        where,
      ).toEqual([]);
    })
    .toPass({ timeout: 60_000 });
}

export async function inBothThemes(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expectNothingFrom(page, `${where}, ${colorScheme}`);
  }
}
