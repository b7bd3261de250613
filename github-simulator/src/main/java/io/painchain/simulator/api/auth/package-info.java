/**
 * Who asks and what they may: tokens, permissions, Apps and their installations.
 */
package io.painchain.simulator.api.auth;
