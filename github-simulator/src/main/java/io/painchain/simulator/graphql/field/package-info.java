/**
 * How the fields of each type of the schema are read from the world.
 */
package io.painchain.simulator.graphql.field;
