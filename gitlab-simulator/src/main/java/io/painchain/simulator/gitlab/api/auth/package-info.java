/**
 * Who asks and what they may: tokens with scopes, an end and an access level.
 */
package io.painchain.simulator.gitlab.api.auth;
