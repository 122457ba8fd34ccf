/** The longest task of the main thread while something runs; 0 where none took 50 ms. */
export async function longestTaskMs(run: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  const see = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => see(list.getEntries()));
  observer.observe({ entryTypes: ['longtask'] });
  await run();
  // The last task is told of only after it has ended.
  await new Promise((resolve) => setTimeout(resolve, 100));
  see(observer.takeRecords());
  observer.disconnect();
  return longest;
}
