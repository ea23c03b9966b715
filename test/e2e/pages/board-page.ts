import { expect, type Locator, type Page } from '@playwright/test';

/** Every deal, as a board or a list. */
export class BoardPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(query = 'view=board'): Promise<void> {
    await this.page.goto(`/opportunities?${query}`);
    await expect(this.page.getByRole('heading', { level: 1, name: 'Opportunities' })).toBeVisible();
  }

  column(stage: string): Locator {
    return this.page.getByRole('region', { name: stage, exact: true });
  }

  card(stage: string, name: string): Locator {
    return this.column(stage).getByRole('button', { name: new RegExp(`^${name}`) });
  }

  /** The ids of the first two deals of a stage; several have the same name. */
  async dealsIn(stage: string): Promise<readonly [string, string]> {
    const cards = this.column(stage).locator('[data-card]');
    await expect(cards.nth(1)).toBeVisible();
    const ids = await cards.evaluateAll((found) => found.map((each) => each.getAttribute('data-card') ?? ''));
    const [one = '', other = ''] = ids;
    return [one, other];
  }

  deal(stage: string, id: string): Locator {
    return this.column(stage).locator(`[data-card="${id}"]`);
  }

  async moveByMenu(id: string, to: string): Promise<void> {
    await this.page.locator(`[data-card="${id}"] ~ button`).click();
    await this.page.getByRole('menuitem', { name: `Move to ${to}` }).click();
  }

  /** Dragged by pointer, in steps as a hand does. */
  async drag(name: string, from: string, to: string): Promise<void> {
    const start = await this.card(from, name).boundingBox();
    const end = await this.column(to).boundingBox();
    if (!start || !end) throw new Error(`no card ${name} in ${from}, or no column ${to}`);
    const { mouse } = this.page;
    await mouse.move(start.x + 20, start.y + 12);
    await mouse.down();
    await mouse.move(start.x + 40, start.y + 20, { steps: 4 });
    await mouse.move(end.x + end.width / 2, end.y + 160, { steps: 8 });
    await mouse.up();
  }
}
