/** Pull requests: their steps, details and reviews. */
package io.painchain.github.change.pull;
