/**
 * A small HTTP/1.1 server on plain sockets: it can also do what a well-behaved server cannot, such as closing in the
 * middle of an answer.
 */
package io.painchain.simulator.http;
