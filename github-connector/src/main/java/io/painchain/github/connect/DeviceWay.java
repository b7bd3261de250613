package io.painchain.github.connect;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import io.painchain.github.connect.OAuthApi.Client;
import io.painchain.github.connect.OAuthApi.DeviceCode;
import io.painchain.github.connect.OAuthApi.Tokens;
import io.painchain.model.connect.ConnectOutput;
import io.painchain.model.connect.ConnectStep;

/** A code that the user enters at GitHub: nothing has to reach this installation, and no secret is needed. */
final class DeviceWay extends OAuthWay {

    private static final String NEED = "Enter the client id of an App for which device flow is enabled, or give the connector"
            + " PAINCHAIN_GITHUB_OAUTH_CLIENT_ID";
    private static final int USUAL_INTERVAL = 5;
    private static final int USUAL_LIFE = 900;
    private static final int SLOWER = 5;

    DeviceWay(OAuthApi oauth, Users users, Clock clock) {
        super(oauth, users, clock);
    }

    @Override
    public ConnectOutput begin(Asked asked) {
        DeviceCode code = oauth.deviceCode(asked.server(), asked.need("clientId", NEED), SCOPES);
        if (code.error() != null || code.deviceCode() == null || code.userCode() == null) {
            throw Asked.refused("GitHub gives no code: " + Asked.sentence(code.errorDescription(), String.valueOf(code.error()))
                    + "; is device flow enabled for the App?");
        }
        int interval = code.interval() == null ? USUAL_INTERVAL : code.interval();
        int life = code.expiresIn() == null ? USUAL_LIFE : Math.min(2 * USUAL_LIFE, code.expiresIn());
        return waiting(asked, interval, life, Map.of("deviceCode", code.deviceCode(), "userCode", code.userCode(), "life",
                Integer.toString(life)));
    }

    @Override
    public ConnectOutput proceed(Asked asked) {
        Client client = new Client(asked.need("clientId", NEED), asked.text("clientSecret"));
        Tokens tokens = oauth.ofDevice(asked.server(), client.id(), asked.kept("deviceCode"));
        if (tokens.error() == null) {
            return granted(asked, client, tokens);
        }
        int interval = Integer.parseInt(asked.kept("interval"));
        int life = Integer.parseInt(asked.kept("life"));
        return switch (tokens.error()) {
            case "authorization_pending" -> waiting(asked, interval, life, asked.input().kept());
            case "slow_down" -> waiting(asked, Math.max(interval + SLOWER, tokens.interval() == null ? 0 : tokens.interval()),
                    life, asked.input().kept());
            case "expired_token" -> throw Asked.refused("The code was not entered in time; begin again");
            case "access_denied" -> throw Asked.refused("GitHub was told not to agree; nothing is connected");
            default -> throw Asked.refused("GitHub refused: " + Asked.sentence(tokens.errorDescription(), tokens.error()));
        };
    }

    private static ConnectOutput waiting(Asked asked, int interval, int life, Map<String, String> before) {
        Map<String, String> kept = new HashMap<>(before);
        kept.put("interval", Integer.toString(interval));
        return ConnectOutput.next(ConnectStep.code(asked.server().page("/login/device", Map.of()).toString(),
                kept.get("userCode"), interval, life), kept);
    }
}
