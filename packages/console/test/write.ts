import type { Page } from 'playwright-core';

export const QUERY = '.graphiql-query-editor';
export const TOOL = '.graphiql-editor-tool .graphiql-editor:not(.hidden)';

/** Replaces what stands in an editor. */
export async function write(page: Page, editor: string, text: string): Promise<void> {
  await page.locator(`${editor} .view-lines`).first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  // As a paste does: typing would let the editor close brackets and quotes itself.
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
}
