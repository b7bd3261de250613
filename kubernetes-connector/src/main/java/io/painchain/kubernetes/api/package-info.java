/** A cluster's API as one token sees it: lists and watches as streams, refusals in words. Knows nothing of our model. */
package io.painchain.kubernetes.api;
