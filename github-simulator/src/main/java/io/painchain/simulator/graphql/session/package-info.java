/**
 * Who asks a query, what they see of it, and how it is refused.
 */
package io.painchain.simulator.graphql.session;
