// The product and a browser for the tests of one file, and the tablets that they take; all end with the file.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { type BrowserTablet, tabletIn } from '../../support/browser-tablet.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { signIn } from './frame.ts';

export function officeForFile() {
  let product: Product;
  let browser: Browser;
  const tablets: BrowserTablet[] = [];
  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    for (const tablet of tablets) await tablet.close();
    await browser.close();
    await product.close();
  });
  const newTablet = async (): Promise<BrowserTablet> => {
    const tablet = await tabletIn(browser, product.url);
    tablets.push(tablet);
    return tablet;
  };
  return {
    get product() {
      return product;
    },
    /** In the order in which they were taken. */
    tablets,
    newTablet,
    signedIn: async (username: string): Promise<BrowserTablet> => {
      const tablet = await newTablet();
      await tablet.open('/');
      await signIn(tablet.page, username);
      return tablet;
    },
  };
}
