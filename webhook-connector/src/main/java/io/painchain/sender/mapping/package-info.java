/** From the payloads of senders to our drafts, one mapper a sender: pure functions, the only place that knows both sides. */
package io.painchain.sender.mapping;
