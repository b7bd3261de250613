package io.painchain.simulator.connect;

/**
 * A program that people authorize: an OAuth App, or a GitHub App by its client id.
 *
 * @param secret null where it has none
 * @param callback the address, or the beginning of those, that a browser may be sent back to
 * @param app the GitHub App's id, or 0
 */
public record Client(String id, String secret, String name, String callback, boolean deviceFlow, long app) {

    public static Client oauth(String id, String secret, String callback) {
        return new Client(id, secret, "OAuth App " + id, callback, false, 0);
    }

    public static Client device(String id) {
        return new Client(id, null, "Device App " + id, "", true, 0);
    }

    /** Its tokens end after eight hours and are refreshed. */
    public static Client ofApp(String id, String secret, String callback, long app) {
        return new Client(id, secret, "GitHub App " + id, callback, true, app);
    }

    boolean takes(String redirect) {
        return !callback.isEmpty() && (app == 0 ? redirect.startsWith(callback) : redirect.equals(callback));
    }
}
