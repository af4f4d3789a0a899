package dev.ectype.adapter.dynamo;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Where DynamoDB is, for an adapter that makes its own client. That client does not try again by itself: the adapter
 * does, where it knows that a write had no effect. Immutable.
 *
 * @param region the region; empty for what the environment says, as the AWS SDK reads it
 * @param endpoint the address, if it is not that of the region
 * @param credentials who asks; empty for what the environment says
 */
public record DynamoServer(
        Optional<Region> region, Optional<URI> endpoint, Optional<AwsCredentialsProvider> credentials) {
    /** What the environment says. */
    public static final DynamoServer OF_ENVIRONMENT =
            new DynamoServer(Optional.empty(), Optional.empty(), Optional.empty());

    /** Returns the service of a region, with the credentials of the environment. */
    public static DynamoServer in(String region) {
        return new DynamoServer(Optional.of(Region.of(region)), Optional.empty(), Optional.empty());
    }

    /** Returns an emulator at an address, which takes any credentials. */
    public static DynamoServer emulatorAt(URI endpoint) {
        AwsBasicCredentials any = AwsBasicCredentials.create("emulator", "emulator");
        return new DynamoServer(
                Optional.of(Region.US_EAST_1),
                Optional.of(endpoint),
                Optional.of(StaticCredentialsProvider.create(any)));
    }

    DynamoDbClient client() {
        DynamoDbClientBuilder client = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(config -> config.retryStrategy(DefaultRetryStrategy.doNotRetry()));
        region.ifPresent(client::region);
        endpoint.ifPresent(client::endpointOverride);
        credentials.ifPresent(client::credentialsProvider);
        return client.build();
    }

    /** Names the address and not the credentials. */
    @Override
    public String toString() {
        return "DynamoServer"
                + endpoint.map(URI::toString).or(() -> region.map(Region::id)).stream()
                        .toList();
    }
}
