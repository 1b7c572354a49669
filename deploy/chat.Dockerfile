# The chat host. Build it from the root of the repository: docker build -f deploy/chat.Dockerfile -t paperchat .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG FULL_STACK=true
WORKDIR /source
COPY . .
RUN dotnet publish src/PaperChat.Chat -c Release -p:FullStack=$FULL_STACK -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The user that the image brings; it owns nothing here, and the program writes nothing.
USER $APP_UID
ENV DOTNET_EnableDiagnostics=0
EXPOSE 8080
ENTRYPOINT ["dotnet", "paperchat.dll"]
CMD ["serve", "--urls", "http://0.0.0.0:8080"]
