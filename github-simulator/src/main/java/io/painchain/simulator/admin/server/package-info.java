/**
 * Scripting calls about the server itself: what it serves and which fields its schema lacks.
 */
package io.painchain.simulator.admin.server;
