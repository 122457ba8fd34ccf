/** How every law is held against what is drawn at random. */
import fc from 'fast-check';

/** Long before the whole run would be ended from outside, without a word about the reason. */
const TIME_LIMIT_MS = 40 * 60_000;

// To make a failing pathway smaller runs the law some hundred times more, which may take hours:
// the seed that is told draws it again, with SHRINK=1 smaller.
fc.configureGlobal({ endOnFailure: !process.env.SHRINK });
if (!process.env.SHRINK) {
  fc.installGlobalPlugin(fc.interruptAfterTimeLimit(TIME_LIMIT_MS, { failOnInterrupt: true }));
}
