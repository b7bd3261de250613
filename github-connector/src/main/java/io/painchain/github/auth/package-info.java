/** What an integration authenticates itself with: a personal access token, or a GitHub App's key. */
package io.painchain.github.auth;
