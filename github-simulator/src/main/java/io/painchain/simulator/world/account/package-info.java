/**
 * Users, bots and organisations. Depends on nothing.
 */
package io.painchain.simulator.world.account;
