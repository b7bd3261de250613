/**
 * The way to addresses that users give: which networks they may lead into, checked when the connection is made. Begin at
 * {@link io.painchain.outbound.Outbound}. Depends on nothing.
 */
package io.painchain.outbound;
