/**
 * Sends what waits, each endpoint by itself: requests as its receiver wants them, their signatures, when to try again, and
 * when to stop. The only way out; knows no timeline.
 */
package io.painchain.backend.subscription.drain;
